import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ReplyPage } from './reply-page.tsx';
import { tokenOf } from './reply-address.ts';
import './reply.css';

const root = document.getElementById('root');
if (root === null) throw new Error('no root element');
createRoot(root).render(
  <StrictMode>
    <ReplyPage token={tokenOf(window.location.pathname)} />
  </StrictMode>,
);

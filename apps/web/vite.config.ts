import tailwindcss from '@tailwindcss/vite';
import { unitsWithoutRules } from './units-without-rules.ts';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const resolve = { conditions: ['tsunagi:source', ...defaultClientConditions] };
/** Of our libs only what is used comes along: they are plain declarations. */
const treeshake = { moduleSideEffects: (id: string): boolean => !id.includes('/libs/') };

/**
 * Two builds in one: the office under `/`, the reply page for invited people under `/o/`. They share no file, so that
 * a proxy may let the outside reach `/o/` alone and find nothing of the office there.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [unitsWithoutRules(), react(), tailwindcss()],
  resolve,
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: { outDir: '../../dist/apps/web', target: 'es2023', modulePreload: { polyfill: false } },
  environments: {
    client: { build: { rolldownOptions: { input: 'index.html', treeshake } } },
    outside: {
      consumer: 'client',
      resolve,
      build: {
        emptyOutDir: false,
        copyPublicDir: false,
        assetsDir: 'o/assets',
        rolldownOptions: { input: 'o/reply.html', treeshake },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'outside']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
});

import { Component, type ReactNode } from 'react';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { t } from '../messages/translate.ts';

/** A mistake in a page shows words and a way out instead of a white window. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="mx-auto max-w-2xl p-6">
        <Banner tone="bad" title={t('page.crashed')} role="alert">
          <p>{t('page.crashedDetail')}</p>
          <Button
            className="mt-3"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('page.reload')}
          </Button>
        </Banner>
      </main>
    );
  }
}

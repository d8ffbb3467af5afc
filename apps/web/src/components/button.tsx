import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from './class-names.ts';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  primary: 'border-transparent bg-blue-900 px-4 text-white hover:bg-blue-1000 hover:underline',
  secondary: 'border-current bg-white px-4 text-blue-900 hover:bg-blue-50 hover:underline',
  quiet: 'border-transparent px-2 text-blue-900 underline hover:bg-blue-50',
  danger: 'border-current bg-white px-4 text-red-1000 hover:bg-red-50 hover:underline',
};

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-8 border py-1.5 text-center text-std-16B-170 underline-offset-4 aria-disabled:cursor-default aria-disabled:border-transparent aria-disabled:bg-solid-gray-300 aria-disabled:text-solid-gray-800 aria-disabled:no-underline';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly look?: Look;
  /** Not now: stays in the tab order and says so, so that the reader finds it. */
  readonly waiting?: boolean;
}

export function Button({
  look = 'secondary',
  waiting = false,
  className,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={waiting || undefined}
      onClick={
        waiting
          ? (event) => {
              event.preventDefault();
            }
          : onClick
      }
      className={classNames(shape, looks[look], className)}
    />
  );
}

interface LinkButtonProps extends ComponentProps<typeof Link> {
  readonly look?: Look;
}

export function LinkButton({ look = 'secondary', className, ...rest }: LinkButtonProps): ReactNode {
  return <Link {...rest} className={classNames(shape, looks[look], className)} />;
}

import { Fragment, type ReactNode } from 'react';

/** Names after one another; a line breaks between them, not inside one. */
export function Names({ names }: { readonly names: readonly string[] }): ReactNode {
  return names.map((name, index) => (
    <Fragment key={`${name} ${String(index)}`}>
      <span className="inline-block">
        {name}
        {index < names.length - 1 ? '、' : ''}
      </span>
      <wbr />
    </Fragment>
  ));
}

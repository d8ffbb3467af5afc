import type { ReactNode } from 'react';

/** Only what is open, or everything. */
export function OpenFilter({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): ReactNode {
  return (
    <label className="no-print flex min-h-11 items-center gap-3 justify-self-start">
      <input
        type="checkbox"
        checked={value}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
        className="size-5 shrink-0 accent-blue-900"
      />
      {label}
    </label>
  );
}

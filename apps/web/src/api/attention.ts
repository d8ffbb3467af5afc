const restMs = 60_000;
const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

let touchedAtMs = 0;

/** Notes when somebody last did something in this window. */
export function watchAttention(nowMs: () => number = Date.now): void {
  touchedAtMs = nowMs();
  for (const touch of touches)
    window.addEventListener(
      touch,
      () => {
        touchedAtMs = nowMs();
      },
      { passive: true, capture: true },
    );
}

/** Whether somebody is there, as far as one can tell: what a page reads by itself keeps no session alive. */
export const isAttended = (nowMs = Date.now()): boolean => nowMs - touchedAtMs < restMs;

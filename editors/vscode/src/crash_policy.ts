// Decides whether a server that stopped by itself is started again. Knows neither processes nor the clock: the time
// is handed in.

const WINDOW_MS = 3 * 60 * 1000;
const MAX_STARTS = 4;

export class CrashPolicy {
  private crashes: number[] = [];

  /** Notes a crash at `now` (milliseconds); true if the server may be started again by itself. */
  mayRestart(now: number): boolean {
    this.crashes = this.recent(now);
    this.crashes.push(now);
    return this.crashes.length <= MAX_STARTS;
  }

  /** True if a crash before `now` still counts. */
  hasCrashed(now: number): boolean {
    return this.recent(now).length > 0;
  }

  private recent(now: number): number[] {
    return this.crashes.filter((time) => now - time < WINDOW_MS);
  }

  /** The user started it: old crashes no longer count. */
  forget(): void {
    this.crashes = [];
  }
}

// Decides whether a server that stopped by itself is started again. Knows neither processes nor the clock: the time
// is handed in.

const WINDOW_MS = 3 * 60 * 1000;
const MAX_STARTS = 4;

export class CrashPolicy {
  private crashes: number[] = [];

  /** Notes a crash at `now` (milliseconds); true if the server may be started again by itself. */
  mayRestart(now: number): boolean {
    this.crashes = this.crashes.filter((time) => now - time < WINDOW_MS);
    this.crashes.push(now);
    return this.crashes.length <= MAX_STARTS;
  }

  /** The user started it: old crashes no longer count. */
  forget(): void {
    this.crashes = [];
  }
}

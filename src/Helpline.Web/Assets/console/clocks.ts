/** Running times. The server's clock counts: what is shown is corrected by how far this computer's clock is off. */
export class Clocks {
  private offset = 0;

  serverSays(now: string): void {
    this.offset = Date.parse(now) - Date.now();
  }

  start(): void {
    setInterval(() => this.tick(), 1_000);
  }

  tick(): void {
    const now = Date.now() + this.offset;
    for (const element of document.querySelectorAll<HTMLElement>('[data-since]')) {
      const since = Date.parse(element.dataset['since']!);
      element.textContent = Number.isNaN(since) ? '' : this.words((now - since) / 1_000);
    }
    for (const element of document.querySelectorAll<HTMLElement>('[data-until]')) {
      const left = (Date.parse(element.dataset['until']!) - now) / 1_000;
      element.textContent = left >= 0 ? this.words(left) : `${this.words(-left)} ${element.dataset['over'] ?? ''}`;
      element.classList.toggle('console-over', left < 0);
    }
  }

  words(seconds: number): string {
    const whole = Math.max(0, Math.floor(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  }
}

/** Alt and a key. With a modifier, so that no single letter is a command (WCAG 2.1.4), and shown beside each action. */
export function shortcuts(actions: Record<string, () => void>): void {
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : event.code.startsWith('Digit') ? event.code.slice(5) : event.key;
    const action = actions[key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
}

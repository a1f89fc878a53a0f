// Runs inside the page of the checklist: buttons only.

declare function acquireVsCodeApi(): { postMessage(message: unknown): void; getState(): unknown; setState(state: unknown): void };

const host = acquireVsCodeApi();
const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-box]')];
const kept = host.getState();
boxes.forEach((box, index) => (box.checked = Array.isArray(kept) && kept[index] === true));

document.addEventListener('change', () => host.setState(boxes.map(({ checked }) => checked)));
document.addEventListener('click', ({ target }) => {
  const action = (target as Element).closest<HTMLElement>('[data-act]')?.dataset['act'];
  if (action !== undefined) {
    host.postMessage({ type: action, ticked: boxes.map(({ checked }) => checked) });
  }
});

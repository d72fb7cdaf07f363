// A small menu at a place of the page, for the mouse and for keys.
export interface Choice {
  label: string;
  run: () => void;
}

/** Shows it; `back` is called when it closes, so that the keys go where they went before. */
export function choose(title: string, choices: Choice[], at: { left: number; bottom: number }, back: () => void): void {
  const menu = document.createElement("div");
  menu.className = "menu";
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", title);
  menu.popover = "auto";
  const items = choices.map(({ label, run }) => {
    const item = document.createElement("button");
    item.type = "button";
    item.setAttribute("role", "menuitem");
    item.tabIndex = -1;
    item.dir = "auto";
    item.textContent = label;
    item.addEventListener("click", () => {
      menu.hidePopover();
      run();
    });
    return item;
  });
  menu.append(...items);
  menu.addEventListener("keydown", (event) => {
    const now = items.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      items[(next + items.length) % items.length]?.focus();
    } else if (event.key === "Tab") {
      event.preventDefault();
      menu.hidePopover();
    }
  });
  menu.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "open") return;
    menu.remove();
    back();
  });
  document.body.append(menu);
  menu.showPopover();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(at.left, innerWidth - width - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(at.bottom + 4, innerHeight - height - 4))}px`;
  items[0]?.focus();
}

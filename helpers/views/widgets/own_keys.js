// Stops plain keys at the outermost widget box around this (invisible) element. Shift+Enter, and
// whatever is pressed with Ctrl, Alt or Cmd, still reaches the notebook.

function keepKeys(root) {
  root.dataset.ownKeys = "kept";
  root.addEventListener("keydown", (event) => {
    const forNotebook =
      event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === "Enter");
    if (!forNotebook) event.stopPropagation();
  });
}

function render({ el }) {
  el.style.display = "none";
  const attach = () => {
    if (!el.isConnected) return requestAnimationFrame(attach);
    let root = el;
    for (let box = el; box; box = box.parentElement?.closest(".jupyter-widgets")) root = box;
    keepKeys(root);
  };
  attach();
}

export default { render };

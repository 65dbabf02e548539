// What is done when the page is loaded.

if (matchMedia("(max-width: 46rem)").matches) $("choose").open = false;
fillFilters();
addTypes();
listEvents();
for (const change of ["input", "change"]) {
  $("filters").addEventListener(change, () => {
    shown = ENTRIES_AT_ONCE;
    listEvents();
  });
}
$("filters").addEventListener("reset", () => {
  parties = [];
  setTimeout(listEvents); // the fields still hold what they held
});
$("filters").addEventListener("submit", (happening) => happening.preventDefault());
$("more").addEventListener("click", () => {
  shown += 5 * ENTRIES_AT_ONCE;
  listEvents();
});
drawCharts();
makeTabs();
makeLayers();
makeCards();
addEventListener("hashchange", goTo);
document.addEventListener("click", (happening) => {
  const link = happening.target.closest ? happening.target.closest('a[href^="#a"]') : null;
  if (link && link.hash === location.hash) goTo();
});
addEventListener("beforeprint", () => {
  document.querySelectorAll("details.article").forEach((article) => (article.open = true));
  shown = Infinity;
  listEvents();
});
goTo();

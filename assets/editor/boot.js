// Says before anything is painted which of the two views the page has: the start box, or the studio.
document.documentElement.dataset.view = new URLSearchParams(location.search).get("doc") ? "studio" : "start";

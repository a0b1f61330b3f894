// Pages of our own follow the system's light or dark, as the Gradio page does.
{
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const asked = new URLSearchParams(location.search).get("__theme");
  const follow = () => document.documentElement.classList.toggle("dark", asked ? asked === "dark" : dark.matches);
  dark.addEventListener("change", follow);
  follow();
}

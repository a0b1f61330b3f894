// On this page designs open in the studio, beside the chat; in the start box alone they open in the editor alone.
document.querySelector("plakat-start").gradio = {};

// A big file comes in stretch by stretch; without this, by a press for each.
document.getElementById("go-on").requestSubmit();

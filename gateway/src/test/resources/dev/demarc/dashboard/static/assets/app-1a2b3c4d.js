document.title = "Demarc: " + location.pathname;

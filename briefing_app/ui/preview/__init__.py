"""Documents on the screen: their pages as pictures, with thumbnails, zoom and reasons."""

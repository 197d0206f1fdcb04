"""What the player in the browser asks for and sends, as JSON."""

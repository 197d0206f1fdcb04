"""What makes pages and pictures of this repository. Nothing here is installed with Lissom."""

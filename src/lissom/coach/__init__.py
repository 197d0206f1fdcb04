"""What to do today and why: screening, restrictions, dose, plan. No clock, no chance, no files."""

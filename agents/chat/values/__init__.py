"""Values that copy states (days, hours, sums): read as numbers, written the way they stood."""

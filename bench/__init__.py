"""Speed and memory, measured side by side with peers in one run. Never a test: these machines are noisy."""

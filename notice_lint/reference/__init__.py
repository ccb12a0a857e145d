"""The world as dated data: countries, decisions, frameworks, authorities and ages, each with its days."""

"""What a notice means: records and views, periods, dates, countries."""

"""What a cell says was fulfilled: verdicts, percentages, and narrations read clause by clause; and the grades of stage 4."""

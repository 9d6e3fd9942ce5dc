"""Pictures that people give: checked, stripped, made small, kept under made-up names."""

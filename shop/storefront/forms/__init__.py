"""What customers type: quantities of publications, who they are, where to, with which references."""

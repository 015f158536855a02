newsgenCards.open([""]);

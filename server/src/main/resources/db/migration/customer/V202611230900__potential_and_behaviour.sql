-- How much could come of a customer, and whether he still buys: the two sides of the matrix.
alter table customer add potential text, add behaviour text;

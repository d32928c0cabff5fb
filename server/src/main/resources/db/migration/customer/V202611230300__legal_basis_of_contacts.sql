-- Where the firm has a person's data from, on which ground of the law it keeps them, and what for.
alter table contact
    add column source text,
    add column legal_basis text,
    add column purpose text;

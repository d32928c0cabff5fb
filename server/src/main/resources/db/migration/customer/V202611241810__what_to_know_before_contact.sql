-- What one should know of a person before one calls, visits or writes.
alter table contact
    add salutation text,
    add contact_times text,
    add likes text,
    add dislikes text,
    add past_problems text,
    add answered text;

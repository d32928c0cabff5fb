-- As for customers: how much waits to be sorted into the search index is a matter of the transaction, so that a merge that
-- moves thousands of activities does not sort while somebody waits.
alter index activity_search reset (gin_pending_list_limit);

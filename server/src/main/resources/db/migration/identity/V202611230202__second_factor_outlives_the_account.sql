-- Who is deleted and restored comes back with his second factor: it goes with the person, not with the account, so that
-- deleting is no way round the proof that resetting it asks for. Not valid: whoever migrates sees no people behind the wall, and
-- every account that stands belongs to one.
alter table second_factor drop constraint second_factor_tenant_id_person_id_fkey;
alter table second_factor
    add foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade not valid;

-- 由超级用户在 CRM 的数据库里执行一次 / run once by a superuser, inside the CRM's database.
-- Under row-level security PostgreSQL uses an index only for functions marked leakproof. These are the
-- functions behind the operators that we index under; none of them reveals its arguments in an error.
alter function arraycontains(anyarray, anyarray) leakproof;
alter function arrayoverlap(anyarray, anyarray) leakproof;
grant usage on schema public to ${app};

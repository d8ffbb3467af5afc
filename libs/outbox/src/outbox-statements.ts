/** The channel of NOTIFY that wakes every relay; its payload is the topic. The executor (libs/persistence) writes the rows and says it. */
export const outboxChannel = 'outbox';

/**
 * Takes up to `$2` due rows of the topics `$1` for `$3` milliseconds. Who dies or loses the answer after this leaves the row to be
 * taken again when the lease ends; writers and other relays are never blocked (skip locked). The order by try_at is fair under load.
 * Materialized: in a nested loop the choice would be made anew for each row, and more would be taken than `$2`.
 */
export const claimSql = `
  with due as materialized (
    select topic, key
      from outbox
     where topic = any($1::text[]) and try_at <= now()
     order by try_at
     limit $2
       for update skip locked)
  update outbox
     set try_at = now() + $3::float8 * interval '1 millisecond', attempts = outbox.attempts + 1
    from due
   where outbox.topic = due.topic and outbox.key = due.key
  returning outbox.topic, outbox.key, outbox.seq::text as seq, outbox.municipality_id as municipality, outbox.attempts`;

/** Done with the writings `$3`, of the topics `$1` and the keys `$2` at the same places; newer ones stay. */
export const settleSql = `
  delete from outbox
   using unnest($1::text[], $2::text[], $3::bigint[]) as done (topic, key, seq)
   where outbox.topic = done.topic and outbox.key = done.key and outbox.seq = done.seq`;

/**
 * Not done: the writing `$3` is tried again after `$5` ms doubled with each attempt `$4`, at most `$6` ms, with jitter of a half either
 * way, so that what failed together does not come back together. A newer writing, or one that another relay has taken, is left alone.
 */
export const retrySql = `
  update outbox
     set try_at = now() + least($6::float8, $5::float8 * power(2, least($4::int, 20) - 1)) * (0.5 + random()) * interval '1 millisecond'
   where topic = $1 and key = $2 and seq = $3::bigint and attempts = $4::int`;

/** Waits for something else: looked at again after `$5` ms, as if it had not been tried. A newer writing is left alone: that is the word. */
export const parkSql = `
  update outbox set try_at = now() + $5::float8 * interval '1 millisecond', attempts = attempts - 1
   where topic = $1 and key = $2 and seq = $3::bigint and attempts = $4::int`;

/** Milliseconds until the next row of the topics `$1` is due (0 or less: now); no row when nothing waits. */
export const nextDueSql = `
  select (extract(epoch from try_at - now()) * 1000)::float8 as ms
    from outbox where topic = any($1::text[]) order by try_at limit 1`;

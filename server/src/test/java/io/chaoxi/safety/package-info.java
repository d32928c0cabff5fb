/**
 * Programs that attack the whole application instead of one module: every route of our own OpenAPI with hostile values,
 * with another firm's ids, with statements that fail, with many people at once. Each is seeded and small here; the system
 * property {@code safety.<name>} raises its count for the full figures ({@code ./crm bench --safety}).
 */
package io.chaoxi.safety;

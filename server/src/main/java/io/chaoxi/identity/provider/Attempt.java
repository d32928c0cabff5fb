package io.chaoxi.identity.provider;

/**
 * One way to the provider and back, in random words of ours.
 *
 * @param state comes back with the answer
 * @param nonce comes back, digested, in the ID token
 * @param verifier shows that whoever redeems the code asked for it (PKCE)
 */
public record Attempt(String state, String nonce, String verifier) {}

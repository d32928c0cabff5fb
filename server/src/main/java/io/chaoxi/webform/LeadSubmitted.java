package io.chaoxi.webform;

import java.util.List;
import java.util.UUID;

/**
 * A stranger sent a form.
 *
 * @param form its name
 * @param told the owner of the lead, if it has one, and whom the form names
 */
public record LeadSubmitted(long tenant, String form, UUID lead, List<UUID> told) {}

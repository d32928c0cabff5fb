/**
 * Firms, people, departments, roles and who is signed in.
 * Owns: tenant, person, department, role, account, session, api_token, second_factor, recovery_code,
 * half_sign_in, provider_link, provider_attempt, sign_in_failure, installation.
 * Offers: the acting person of every request ({@link io.chaoxi.platform.rights.Actors}). Announces {@link
 * io.chaoxi.identity.FirmFounded}, {@link io.chaoxi.identity.SecondFactorReset}, {@link
 * io.chaoxi.identity.OwnFactorWeakened} and {@link io.chaoxi.identity.LoginChanged}. Listens to nobody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package io.chaoxi.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

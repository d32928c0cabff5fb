/**
 * 网页表单: what strangers fill in on the firm's site becomes leads. Owns web_form, web_form_key, web_form_consent,
 * web_form_submission and web_form_day. Announces {@link io.chaoxi.webform.LeadSubmitted}. Listens to nobody. What comes in
 * is hostile until it has passed; nothing that goes out tells what the firm knows.
 */
@ApplicationModule(allowedDependencies = {"platform", "lead"})
@NullMarked
package io.chaoxi.webform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

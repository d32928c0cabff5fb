/**
 * What people say and keep around a record: comments, attachments, and the timeline that shows both with the changes.
 * Owns comment; files are the platform's, the history is the record machine's. Announces {@link
 * io.chaoxi.conversation.PeopleMentioned}. Listens to nobody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package io.chaoxi.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

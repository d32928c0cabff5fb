package io.chaoxi.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What people are asked to agree to: for one purpose by one channel, word by word.
 *
 * @param name the purpose as people know it, such as 新品短信
 * @param version counts from 1 within name and channel; the highest is what is asked today
 */
record ConsentText(UUID id, String name, String channel, int version, String text, Instant createdAt) {
    static final List<String> CHANNELS = List.of("any", "phone", "sms", "email", "wechat", "visit");
}

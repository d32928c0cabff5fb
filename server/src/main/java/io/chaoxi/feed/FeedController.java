package io.chaoxi.feed;

import io.chaoxi.platform.rights.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own calendar address; in a session only, so that a stolen token cannot make itself a quieter one. */
@RestController
@RequestMapping("/api/v1/calendar-feed")
@Needs(Needs.SESSION)
class FeedController {
    private final Feeds feeds;

    FeedController(Feeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping
    Feeds.Standing standing() {
        return feeds.standing();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Feeds.Made make() {
        return feeds.make();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete() {
        feeds.delete();
    }
}

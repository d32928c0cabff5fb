package io.chaoxi.today;

import io.chaoxi.platform.rights.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own day, and that of one's people. Each part is told to whoever may ask for its records; to others it is absent. */
@RestController
@RequestMapping("/api/v1/today")
@Needs(Needs.SIGNED_IN)
class TodayController {
    private final Today today;
    private final Team team;

    TodayController(Today today, Team team) {
        this.today = today;
        this.team = team;
    }

    @GetMapping
    Today.Page page() {
        return today.page();
    }

    @GetMapping("/count")
    Today.Open count() {
        return today.count();
    }

    @GetMapping("/team")
    Team.People team() {
        return team.all();
    }
}

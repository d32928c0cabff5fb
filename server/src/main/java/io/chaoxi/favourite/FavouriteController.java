package io.chaoxi.favourite;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Favourites over HTTP; always those of whoever asks. */
@RestController
@RequestMapping("/api/v1/favourites")
class FavouriteController {
    private final Favourites favourites;

    FavouriteController(Favourites favourites) {
        this.favourites = favourites;
    }

    /** All of them, newest first. */
    record Items(List<Favourite> items) {}

    @GetMapping
    @Needs(Needs.SIGNED_IN)
    Items all() {
        return new Items(favourites.all());
    }

    @PutMapping("/{object}/{id}")
    @Needs("{object}.read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable String object, @PathVariable String id) {
        favourites.add(object, Ids.known(id));
    }

    @DeleteMapping("/{object}/{id}")
    @Needs("{object}.read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String object, @PathVariable String id) {
        favourites.remove(object, Ids.known(id));
    }
}

package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.StartFailure;
import java.io.IOException;

/** What a command does; ends the program with code 1 and one sentence when it cannot. */
interface Command {

    void run() throws IOException;

    static void attempt(Command command) {
        try {
            command.run();
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        } catch (IOException failure) {
            System.err.println(failure);
            System.exit(1);
        }
    }
}

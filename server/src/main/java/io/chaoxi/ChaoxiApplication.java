package io.chaoxi;

import io.chaoxi.platform.database.Preflight;
import io.chaoxi.platform.database.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The whole CRM in one program. Ends with code 1 and one sentence when it cannot start. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "潮汐 CRM", sharedModules = "platform")
public class ChaoxiApplication {

    public static void main(String[] arguments) {
        try {
            Preflight.check(System.getenv());
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
        SpringApplication.run(ChaoxiApplication.class, arguments);
    }
}

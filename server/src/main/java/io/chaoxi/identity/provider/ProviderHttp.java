package io.chaoxi.identity.provider;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the provider is asked: five seconds at most, and never somewhere else than where it was asked. */
@Component
class ProviderHttp {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final JdkClientHttpRequestFactory requests;

    ProviderHttp() {
        requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(LONGEST)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(LONGEST);
    }

    JdkClientHttpRequestFactory requests() {
        return requests;
    }

    RestClient client() {
        return RestClient.builder().requestFactory(requests).build();
    }

    RestTemplate template() {
        return new RestTemplate(requests);
    }
}

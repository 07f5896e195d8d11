package dev.demarc.platform.web;

import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The HTTP side of a service.
 *
 * @param bindAddress where it listens ({@code DEMARC_BIND_ADDRESS}); only this machine unless said otherwise
 * @param maxBody the largest body that is read
 */
@ConfigurationProperties("demarc.web")
public record WebProperties(@DefaultValue("127.0.0.1") InetAddress bindAddress,
        @DefaultValue("1MB") DataSize maxBody) {}

// SPDX-License-Identifier: Apache-2.0

// The library github.com/digitalocean/go-qemu, which negotiates and reads events by itself.
package main

import (
	"fmt"
	"log"
	"os"
	"time"

	"github.com/digitalocean/go-qemu/qmp"
)

func main() {
	monitor, err := qmp.NewSocketMonitor("unix", os.Args[1], 10*time.Second)
	if err != nil {
		log.Fatal(err)
	}
	if err := monitor.Connect(); err != nil {
		log.Fatal(err)
	}
	events, err := monitor.Events(nil)
	if err != nil {
		log.Fatal(err)
	}
	// The library reads on only once somebody has taken an event.
	first := make(chan string, 1)
	go func() { first <- (<-events).Event }()
	for _, command := range []string{
		`{"execute": "query-status"}`,
		`{"execute": "object-add", "arguments": {"qom-type": "memory-backend-ram", "id": "m0", "size": 1048576}}`,
		`{"execute": "qom-get", "arguments": {"path": "/objects/m0", "property": "size"}}`,
		`{"execute": "qom-set", "arguments": {"path": "m0", "property": "size", "value": 4096}}`,
		`{"execute": "object-del", "arguments": {"id": "m0"}}`,
		`{"execute": "no-such-command"}`,
		`{"execute": "cont"}`,
	} {
		answer, err := monitor.Run([]byte(command))
		if err != nil {
			fmt.Println("refused:", err)
		} else {
			fmt.Println(string(answer))
		}
	}
	fmt.Println("event", <-first)
	if err := monitor.Disconnect(); err != nil {
		log.Fatal(err)
	}
}

[Landline]
title=Landline
description=Chat and files between the computers of one local network
ports=5263:5279/udp|5263:5279/tcp

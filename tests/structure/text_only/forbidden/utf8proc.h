#error "a build without an operating system has no such header"

import Foundation

/// Bytes that are read from front to back.
protocol ByteSource: AnyObject {
    /// Fills the front of `buffer`; gives the number of bytes, 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A regular file.
final class FileBytes: ByteSource {
    private let descriptor: Int32
    private let reading: (Int) throws -> Void

    /// - Parameter reading: told how many bytes each read gave.
    init(path: String, reading: @escaping (Int) throws -> Void = { _ in }) throws {
        self.reading = reading
        descriptor = try FileBytes.openRegular(path)
    }

    deinit { close(descriptor) }

    /// A descriptor of a regular file. A symbolic link is not followed, a pipe or a device not waited on.
    static func openRegular(_ path: String) throws -> Int32 {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ELOOP ? ImportFault.notRegular : ImportFault.unreadable(String(cString: strerror(errno)))
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw ImportFault.notRegular
        }
        return descriptor
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                try reading(count)
                return count
            }
            if errno != EINTR { throw ImportFault.unreadable(String(cString: strerror(errno))) }
        }
    }
}
